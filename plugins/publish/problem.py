"""Why a site could not be published, in words for whoever tried."""


class PublishError(Exception):
    """Nothing was published, or not all; its text says why and what to do, in Dutch."""
