"""The parts of a page that no form changes: its look, and the script that saves the answers.

The page must work from a disk, without a network, and with the keyboard alone. Colours pass a contrast of 4.5.
"""

from typing import Final

INK, PAPER, FAINT, LINE, ACTION, FAULT = "#1b1f24", "#ffffff", "#4a5560", "#6b7785", "#1f3a5f", "#9b1c1c"
# Pairs of text and ground, for a test of their contrast.
CONTRASTS: Final = ((INK, PAPER), (FAINT, PAPER), (PAPER, ACTION), (FAULT, PAPER), (LINE, PAPER), (INK, "#eef2f7"))

STYLE: Final = f"""
:root {{ color-scheme: light; }}
body {{ margin: 0; background: {PAPER}; color: {INK}; font: 1rem/1.5 system-ui, "Noto Sans SC", sans-serif; }}
main {{ max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }}
h1 {{ font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }}
.head p {{ margin: .25rem 0; }}
fieldset {{ border: 1px solid {LINE}; border-radius: .4rem; margin: 1.5rem 0; padding: .5rem 1rem 1rem; }}
legend {{ font-weight: 600; padding: 0 .4rem; }}
.field {{ margin-top: 1rem; break-inside: avoid; }}
label, .label {{ display: block; font-weight: 600; }}
.how, .why {{ margin: .15rem 0; color: {FAINT}; font-size: .9rem; overflow-wrap: anywhere; }}
input, select {{ font: inherit; color: inherit; background: {PAPER}; border: 1px solid {LINE}; border-radius: .3rem;
  padding: .4rem .5rem; width: 100%; box-sizing: border-box; min-height: 2.6rem; }}
input:focus-visible, select:focus-visible, button:focus-visible {{ outline: 3px solid {ACTION}; outline-offset: 2px; }}
[aria-invalid="true"] {{ border: 2px solid {FAULT}; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; padding: .15rem; }}
th {{ background: #eef2f7; }}
button {{ font: inherit; font-weight: 600; padding: .6rem 1.1rem; border-radius: .3rem; border: 1px solid {ACTION};
  background: {ACTION}; color: {PAPER}; cursor: pointer; margin-right: .5rem; }}
#status {{ font-weight: 600; min-height: 1.5em; }}
#status.fault {{ color: {FAULT}; }}
.signature {{ display: none; }}
@media print {{
  button, #status {{ display: none; }}
  .signature {{ display: block; margin-top: 3rem; border-top: 1px solid {INK}; padding-top: .3rem; }}
}}
"""

# Texts come from data attributes, so that no word of a form ever becomes part of the script.
SCRIPT: Final = """
"use strict";
const form = document.getElementById("form");
const status = document.getElementById("status");
const questions = JSON.parse(document.getElementById("questions").textContent);
function answersOf() {
  const answers = {};
  for (const control of form.querySelectorAll("[data-number]")) {
    const { number, part } = control.dataset;
    const value = control.value.trim();
    if (part === undefined) {
      if (value) answers[number] = value;
    } else {
      answers[number] = answers[number] || ["", ""];
      answers[number][Number(part)] = value;
    }
  }
  for (const number of Object.keys(answers)) {
    if (Array.isArray(answers[number]) && !answers[number].join("")) delete answers[number];
  }
  return { format: form.dataset.format, questions: questions, answers: answers };
}
function say(text, isFault) {
  status.textContent = text;
  status.className = isFault ? "fault" : "";
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const needed = [...form.querySelectorAll("[required]")];
  needed.forEach((control) => control.setAttribute("aria-invalid", String(!control.value.trim())));
  const first = needed.find((control) => !control.value.trim());
  if (first) {
    say(form.dataset.incomplete, true);
    first.focus();
    return;
  }
  const link = document.createElement("a");
  const text = JSON.stringify(answersOf(), null, 1);
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = form.dataset.file;
  link.click();
  say(form.dataset.saved, false);
});
document.getElementById("print").addEventListener("click", () => window.print());
"""
