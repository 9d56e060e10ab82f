"""Personal data that must not be published, found in texts. Of images nothing stays but the picture
(the room `images`), and documents do not stand in content/.
"""
