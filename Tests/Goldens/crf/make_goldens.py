"""Writes crf.txt: scores of short rows, and what pytorch-crf makes of them in float64.

    python3 -m pip install torch pytorch-crf
    python3 make_goldens.py > crf.txt

A case has the CRF's weights, then for each row its scores (T, L), its labels, with -1 for steps that are masked, the best
path over the other steps, and at the end the mean over those of the negative log-likelihood (reduction="token_mean") with
its slopes. pytorch-crf takes masks at the end only; a step that is masked elsewhere is taken out before.
"""

import random

import torch
from torchcrf import CRF


def line(keyword, values):
    print(keyword, *[f"{value:.9g}" for value in torch.as_tensor(values, dtype=torch.float64).flatten().tolist()])


def case(name, labels, rows, scale, seed):
    """`rows`: of each a text of "x" for a step and "-" for one that is masked."""
    rng = random.Random(seed)

    def draw(*shape):
        # Numbers that float32 has, so that both sides begin with the same.
        count = torch.Size(shape).numel()
        return torch.tensor([rng.randrange(-64, 65) / 64 * scale for _ in range(count)], dtype=torch.float64).reshape(shape)

    crf = CRF(labels, batch_first=True).double()
    with torch.no_grad():
        crf.transitions.copy_(draw(labels, labels))
        crf.start_transitions.copy_(draw(labels))
        crf.end_transitions.copy_(draw(labels))
    print("case", name)
    line("transitions", crf.transitions.detach())
    line("start", crf.start_transitions.detach())
    line("end_transitions", crf.end_transitions.detach())
    longest = max(row.count("x") for row in rows)
    scores, tags, mask, places = [], [], [], []
    for row in rows:
        full = draw(len(row), labels)
        chosen = [rng.randrange(labels) if step == "x" else -1 for step in row]
        line("scores", full)
        line("labels", chosen)
        kept = [place for place, step in enumerate(row) if step == "x"]
        padding = longest - len(kept)
        scores.append(torch.cat([full[kept], torch.zeros(padding, labels, dtype=torch.float64)]))
        tags.append([chosen[place] for place in kept] + [0] * padding)
        mask.append([True] * len(kept) + [False] * padding)
        places.append(kept)
    emissions = torch.stack(scores).requires_grad_()
    mask = torch.tensor(mask)
    loss = -crf(emissions, torch.tensor(tags), mask=mask, reduction="token_mean")
    loss.backward()
    for path in crf.decode(emissions, mask=mask):
        line("path", path)
    line("loss", loss.detach())
    # A row of one step has no pairs.
    line("d_transitions", torch.zeros(labels, labels) if crf.transitions.grad is None else crf.transitions.grad)
    line("d_start", crf.start_transitions.grad)
    line("d_end", crf.end_transitions.grad)
    line("d_scores", emissions.grad.sum(dim=(0, 1)))
    print("end")


case("one_step", 3, ["x"], 1, 1)
case("short_rows", 4, ["xxxxx", "xx", "x", "xxxxxxx"], 1, 2)
case("masked_steps", 3, ["xx-x", "x--xx", "--xx", "xxxx-"], 2, 3)
case("many_labels", 11, ["xxxxxxxxxxxx", "xxxx", "xxx-xxx"], 1, 4)
case("large_scores", 5, ["xxxxxx", "xxxx"], 30, 5)
case("a_long_row", 3, ["x" * 300], 4, 6)
