"""What someone typed behind `invoke`, read before it is run: what cannot be is told in Dutch, with
exit code 2. By itself invoke says so in English, with the 1 that here means "stops a publish".
"""

import re
from collections.abc import Iterator, Sequence

from invoke.collection import Collection
from invoke.exceptions import Exit, ParseError
from invoke.parser.context import ParserContext
from invoke.parser.parser import Parser
from invoke.program import Program

from plugins.core.suggest import render_hint

_NAMED = re.compile(r"'([^']*)'")
_FLAG = re.compile(r"<Argument: ([\w-]+)")
_MORE = "Kijk wat er kan met: invoke --list"


def refuse_unreadable(collection: Collection, arguments: Sequence[str]) -> None:
    """Raise Exit when `arguments`, which followed `invoke`, ask for what no task can do."""
    start: ParserContext = Program().initial_context
    # In two steps, as invoke does: its own options may stand before the task and behind it.
    rest = Parser(initial=start, ignore_unknown=True).parse_argv(list(arguments)).unparsed
    try:
        contexts = Parser(initial=start, contexts=collection.to_contexts()).parse_argv(rest)
    except ParseError as error:
        raise Exit(_describe(error, tuple(collection.task_names)), code=2) from error
    except ValueError as error:  # from int(), which names what it was given
        word = "".join(_NAMED.findall(str(error))[-1:])
        raise Exit(f"«{word}» is geen getal. {_MORE}", code=2) from error
    for empty in _find_empty(contexts, rest):
        raise Exit(f"«{empty}» mist een waarde. {_MORE}", code=2)


def _find_empty(contexts: Sequence[ParserContext], words: Sequence[str]) -> Iterator[str]:
    """Yield the options for a list that nothing follows: invoke takes them for an empty list."""
    lists = {flag for one in contexts for flag, found in one.flags.items() if found.kind is list}
    for word, following in zip(words, (*words, "-")[1:], strict=True):
        if word in lists and following.startswith("-"):
            yield word


def _describe(error: ParseError, tasks: tuple[str, ...]) -> str:
    message, context = str(error), error.context
    name = (context.name if context else "") or ""
    flag, named = _FLAG.search(message), _NAMED.findall(message)
    if flag:
        wants = "neemt geen waarde" if "doesn't take" in message else "mist een waarde"
        return f"«--{flag[1]}» {wants}. {_find_more(name)}"
    if "required positional" in message:
        missing = ", ".join(f"«--{one}»" for one in named[1:])
        return f"Bij «invoke {name}» ontbreekt {missing}. {_find_more(name)}"
    return _describe_unknown(named[0] if named else message, name, context, tasks)


def _describe_unknown(
    word: str, name: str, context: ParserContext | None, tasks: tuple[str, ...]
) -> str:
    if not word.startswith("-"):
        return f"«{word}» is geen opdracht. {render_hint(word, tasks, _MORE)}"
    options = [flag for flag in context.flags if flag.startswith("--")] if context else []
    hint = render_hint(word, options, _find_more(name))
    return f"«{word}» kan niet bij «{f'invoke {name}'.strip()}». {hint}"


def _find_more(task: str) -> str:
    return f"Kijk wat er kan met: invoke --help {task}" if task else _MORE
