"""A page that has moved: what stands at its old address, on hosts that know no redirects."""

from html import escape

_PAGE = """\
<!DOCTYPE html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
  <meta http-equiv="refresh" content="0; url={link}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="no-referrer">
  <meta name="robots" content="noindex">{canonical}
  <title>Deze pagina is verplaatst</title>
</head>
<body>
  <main>
    <h1>Deze pagina is verplaatst</h1>
    <p>Ga naar <a href="{link}">{title}</a>.</p>
    <p>Direct gevaar: <a href="tel:112">112</a>.
    Veilig Thuis: <a href="tel:08002000">0800-2000</a>.
    Kindertelefoon: <a href="tel:08000432">0800-0432</a>.</p>
  </main>
</body>
</html>
"""


def render_moved(link: str, title: str, canonical: str = "") -> bytes:
    """Return a page that leads to `link`, relative to the old address, at once and by hand.

    `canonical` is the full new address; empty while the site has none.
    """
    tag = f'\n  <link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    return _PAGE.format(link=escape(link), title=escape(title), canonical=tag).encode()
