"""Templates are compiled once for all builds, and again when they change."""

from jinja2 import DictLoader, Environment

from plugins.preview.templates import CompiledTemplates


class Counting(Environment):
    """Counts what is compiled."""

    compiled = 0

    def compile(self, *arguments, **options):
        type(self).compiled += 1
        return super().compile(*arguments, **options)


def test_a_template_is_compiled_once_and_again_when_it_changes():
    kept = CompiledTemplates()

    def render(text):
        environment = Counting(loader=DictLoader({"a.html": text}), bytecode_cache=kept)
        return environment.get_template("a.html").render(naam="Jip")

    assert [render("{{ naam }}"), render("{{ naam }}")] == ["Jip", "Jip"]
    assert Counting.compiled == 1
    assert [render("Dag {{ naam }}"), render("{{ naam }}")] == ["Dag Jip", "Jip"]
