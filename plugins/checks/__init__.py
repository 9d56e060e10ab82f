"""The hub in Pelican, and its checks: on each build all content is read once and every problem
printed. A strict build stops then; else the features find their part of the hub in the settings.
"""


def register() -> None:
    """Connect to Pelican. Work is shared out over processes, which is safe before `run` begins: a
    thread of Pelican shows then that it works. So `pelican --autoreload`, which reads its settings
    once, shows old texts: `invoke serve` is there for that.
    """
    from pelican import signals

    from plugins.checks.build import read_and_check, write_files

    signals.initialized.connect(read_and_check)
    signals.finalized.connect(write_files)
