from sizewise.library import kinds
from sizewise.sizing.choose.choose import choose
from tests.library.files import DAY, opened, said

CHOOSE = """\
start: {calls_per_day: 100, input: 800, answer: 200}
questions:
  - id: images
    topic: Images
    ask: Does each call carry a picture?
    options:
      - {id: none, text: "No"}
      - id: some
        text: One picture, for {{price gpt-4o-mini input}} a million tokens or at most $5 a month
        needs: [{trait: reads-images, because: It cannot see pictures.}]
        sizes: {pictures: 1}
"""


def test_the_decision_table_is_read(tmp_path):
    library = opened(tmp_path, {"content/choose.yaml": CHOOSE})
    assert said(library) == []
    assert [question.id for question in library.one(kinds.CHOOSE).questions] == ["images"]
    found = choose({"images": "none"}, library.one(kinds.CHOOSE), library.catalogue, DAY)
    assert [each.profile.id for each in found] == ["gpt-4o-mini"]


def test_a_course_may_do_without_one(tmp_path):
    library = opened(tmp_path)
    assert (library.one(kinds.CHOOSE), said(library)) == (None, [])


def test_a_broken_table_is_left_out_and_its_problem_told(tmp_path):
    broken = CHOOSE.replace("reads-images", "reads-image")
    library = opened(tmp_path, {"content/choose.yaml": broken})
    assert library.one(kinds.CHOOSE) is None
    [problem] = said(library)
    assert problem.startswith("content/choose.yaml:10: questions > images > options > some > needs")
    assert "did you mean reads-images?" in problem


def test_a_table_without_a_workload_says_what_to_write(tmp_path):
    broken = CHOOSE.replace("input: 800, ", "")
    [problem] = said(opened(tmp_path, {"content/choose.yaml": broken}))
    assert problem == "content/choose.yaml:1: whole file: start needs input, write it, such as 100"


def test_a_fact_that_is_not_known_is_a_problem(tmp_path):
    broken = CHOOSE.replace("gpt-4o-mini input", "gpt-4o-mini inputt")
    library = opened(tmp_path, {"content/choose.yaml": broken})
    assert [line.split(": ")[0] for line in said(library)] == ["content/choose.yaml:9"]
