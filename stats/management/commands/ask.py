"""`manage.py ask QUESTION_JSON`: the answer to a question as JSON."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import CommandError, CommandParser

from stats.management.ready import ReadyCommand
from stats.queries.asking import ask
from stats.questions import QuestionError, parse_text


class Command(ReadyCommand):
    help = 'Answer a question, such as \'{"dataset": …, "kind": "figure", "period": {"year": 2021}}\'.'

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("question", help="a JSON object; see docs/questions.md")

    def handle(self, *, question: str, **options: Any) -> None:
        try:
            answer = ask(parse_text(question), undecided=True)
        except QuestionError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(answer.as_json(), ensure_ascii=False, indent=2))
