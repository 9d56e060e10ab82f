"""The modules of the theme as few files that mean the same."""

import json
import subprocess

import pytest

from plugins.assets.module import ModuleError, find_module
from plugins.assets.script import join_modules, read_scripts
from tests.programs import require_program
from tests.project import ROOT

SCRIPTS = ROOT / "theme/static/js"
SMALL = {
    "main.js": """
/**
 * Starts what a page asks for.
 */
import * as exit from './parts/exit.js';

// A line of comment with import { x } from './x.js';
const modules = { later: () => import('./parts/later.js') };
console.log(JSON.stringify([exit.start(2), exit.NAME, await (await modules.later()).start()]));
""",
    "parts/exit.js": """
import { add as plus, ONE } from '../sums/add.js';
export const NAME = '/** no comment */';
/** @param {number} more */
export function start(more) {
  const own = /** @type {import('../sums/add.js').Sum} */ (plus(ONE, more));
  return own; // a comment behind code stays
}
""",
    "parts/later.js": """
import { add, Sum, TWO } from '../sums/add.js';
import { each } from '../sums/each.js';
export async function start() {
  const NAME = new Sum().of([...each()]);
  return [NAME, add(NAME, TWO), `${NAME}`];
}
""",
    "sums/add.js": """
export { FAR } from './each.js';
export const [ONE, TWO] = [1, 2];
export const add = (a, b) => a + b;
export class Sum {
  of(numbers) { return numbers.reduce(add); }
}
""",
    "sums/each.js": """
export const FAR = 30;
/** @returns {Generator<number>} */
export function* each() {
  const NAME = 10;
  yield NAME;
  yield FAR;
}
""",
}


def join(files):
    return join_modules({path: find_module(path, text) for path, text in files.items()})


def test_each_script_that_a_page_asks_for_is_one_file():
    assert sorted(join(SMALL)) == ["main.js", "parts/later.js"]


def test_what_is_joined_says_what_it_said(tmp_path):
    told = []
    for name, files in {"written": SMALL, "joined": join(SMALL)}.items():
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text, encoding="utf-8")
        (tmp_path / name / "package.json").write_text('{"type": "module"}')
        done = subprocess.run(
            [require_program("node"), "main.js"],
            cwd=tmp_path / name,
            capture_output=True,
            text=True,
            check=True,
        )
        told.append(json.loads(done.stdout))

    assert told == [[3, "/** no comment */", [40, 42, "40"]]] * 2


def test_comments_are_not_served_and_texts_that_look_like_one_are():
    text = join(SMALL)["main.js"]

    assert "Starts what" not in text
    assert "@type" not in text
    assert "line of comment" not in text
    assert "'/** no comment */'" in text


def test_a_script_that_a_page_asks_for_is_never_taken_in():
    both = "import { A } from '../a.js';\nexport { A as B } from '../a.js';\n"
    main = "() => [import('./a.js'), import('./b/c.js')];"

    joined = join({"main.js": main, "a.js": "export const A = 1;", "b/c.js": both})

    assert joined["b/c.js"] == both


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("export default 1;", "main.js:1: this import or export"),
        ("let a = 1;\nexport { a };", "main.js:2: this import or export"),
        ("export let a = 1;", "main.js:1: this import or export"),
        ("export * from './a.js';", "main.js:1: this import or export"),
        ("import './a.js';", "main.js:1: this import or export"),
        ("import a from './a.js';", "main.js:1: this import or export"),
        ("import {\n  a,\n} from './a.js';", "main.js:1: this import or export"),
        ("import { a } from \"./a.js\";", "main.js:1: this import or export"),
        ("const a = `\nimport { b } from './b.js';\n`;", "main.js:1: a text goes on"),
        ("const a = 'b\\\n// c';", "main.js:1: a text goes on"),
        ("/** A. */ const a = 1;", "main.js:1: code stands behind a comment"),
        ("/**\n * A.\n */ const a = 1;", "main.js:3: code stands behind a comment"),
        ("/** A.", "main.js: a comment has no end"),
        ("import { a } from './weg.js';", "main.js → weg.js: a circle, or no such module"),
        ("() => import('./weg.js');", "weg.js: no such module"),
        ("import { none } from './pair.js';", "main.js: pair.js exports no none"),
        ("import { second } from './pair.js';", "main.js: pair.js exports no second"),
        ("import { round } from './round.js';", "main.js → round.js → again.js → round.js: a cir"),
        ("import { lazy } from './lazy.js';", "lazy.js: it imports from where it stands"),
        ("import { place } from './place.js';", "place.js: it imports from where it stands"),
        (
            "import { again } from './again.js';\n() => import('./round.js');",
            "again.js: it imports from where it stands",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_refused(text, told):
    files = {
        "main.js": text,
        "pair.js": "export const first = 1, second = 2;",
        "round.js": "import { again } from './again.js';\nexport const round = 1;",
        "again.js": "import { round } from './round.js';\nexport const again = 1;",
        "lazy.js": "export const lazy = (name) => import(name);",
        "place.js": "export const place = import.meta.url;",
    }
    with pytest.raises(ModuleError) as error:
        join(files)
    assert str(error.value).startswith(told)


def test_a_name_that_could_stand_for_two_modules_is_refused():
    with pytest.raises(ModuleError):
        find_module("a_b.js", "")


def test_every_module_of_the_theme_is_served_somewhere():
    served = "".join(read_scripts(SCRIPTS).values())
    taken = {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.js")}
    taken -= read_scripts(SCRIPTS).keys()

    assert taken
    for path in taken:
        assert f"const ${path[:-3].replace('/', '$').replace('-', '_')} = " in served, path
