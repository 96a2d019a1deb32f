"""What a house may decide has bounds, defaults and words of its own."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from okrlint.config import Config, RuleSetting


def test_a_house_that_decides_nothing_follows_the_impact_profile() -> None:
    """The defaults never fail a build over wording."""
    config = Config()

    assert (config.profile, config.language, config.fail_on) == ("impact", None, "error")
    assert (config.select, config.ignore, config.exclude) == ((), (), ())
    assert dict(config.rules) == {}


@pytest.mark.parametrize("word", ["error", "warning", "info", "never"])
def test_every_severity_may_fail_a_build_and_so_may_none(word: str) -> None:
    """A house chooses where its check fails."""
    assert Config.model_validate({"fail_on": word}).fail_on == word


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("notes_per_statement", 1),
        ("notes_per_statement", 20),
        ("question_below", 0),
        ("question_below", 1),
    ],
)
def test_bounds_are_allowed(key: str, value: int) -> None:
    """The least and the most that the documentation names can be had."""
    assert getattr(Config.model_validate({key: value}), key) == value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("notes_per_statement", 0),
        ("notes_per_statement", 21),
        ("notes_per_statement", 2.5),
        ("question_below", -0.1),
        ("question_below", 1.01),
        ("fail_on", "ERROR"),
        ("select", "impact"),
        ("exclude", [1]),
        ("rules", []),
        ("unknown", 1),
    ],
)
def test_other_values_are_refused_under_their_key(key: str, value: object) -> None:
    """The message names the key that is wrong."""
    with pytest.raises(ValidationError) as caught:
        Config.model_validate({key: value})

    assert caught.value.errors()[0]["loc"][0] == key


def test_a_configuration_is_frozen() -> None:
    """One run has one configuration."""
    with pytest.raises(ValidationError, match="frozen"):
        setattr(Config(), "profile", "classic")  # noqa: B010


def test_every_key_says_what_it_decides() -> None:
    """`okrlint init` and the schema print these sentences."""
    assert [name for name, field in Config.model_fields.items() if not (field.description or "").endswith(".")] == []


def test_what_a_rule_takes_besides_its_severity_are_parameters() -> None:
    """A house sets the numbers of a check without touching the card."""
    config = Config.model_validate({"rules": {"too-many-objectives": {"severity": "warning", "at_most": 4}}})
    setting = config.rules["too-many-objectives"]

    assert setting.severity == "warning"
    assert setting.parameters == {"at_most": 4}


def test_a_rule_may_be_changed_in_its_parameters_alone() -> None:
    """Severity stays as the card and the profile say."""
    assert RuleSetting.model_validate({"at_most": 4}).severity is None
    assert RuleSetting().parameters == {}


@pytest.mark.parametrize("severity", ["error", "warning", "info", "off"])
def test_a_rule_may_be_given_any_severity_or_none(severity: str) -> None:
    """`off` silences one rule without naming it in `ignore`."""
    assert RuleSetting.model_validate({"severity": severity}).severity == severity


def test_a_rule_is_not_given_a_severity_that_nobody_knows() -> None:
    """`never` is for builds, not for rules."""
    with pytest.raises(ValidationError, match="severity"):
        RuleSetting.model_validate({"severity": "never"})
