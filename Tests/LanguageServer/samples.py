"""Texts of the tests, written for them: Korean, English, emoji, and each kind of line end."""

PRAISE = "🎬 정말 재미있는 영화였다. 배우들의 연기도 좋았다."
COMPLAINT = "너무 지루하고 최악이다. 돈이 아깝다 😡"
ENGLISH = "The old movies were wonderful 🎉. I was running home to watch another movie."

# Two line ends between paragraphs, as Windows, Unix and old Macs write them.
LINE_ENDS = ["\r\n", "\n", "\r"]


def reviews(end: str = "\r\n") -> str:
    return end.join([PRAISE, "", COMPLAINT, "", ENGLISH, ""])


MARKDOWN = """---
title: 영화 제목
---

# 영화 이야기 🎬

정말 **재미있는** 영화였다. `영화()` 함수는 [배우들의](https://example.org/영화) 것이다.

```python
영화 = "너무 지루하고 최악이다"
```

- 너무 지루하고 최악이다. 돈이 아깝다.
- 배우들의 연기도 좋았다.

<!-- 영화 주석 -->
"""

PYTHON = '''#!/usr/bin/env python3
import os  # 정말 재미있는 영화였다.

영화 = 1


def watch(movie):
    """너무 지루하고 최악이다. 돈이 아깝다."""
    return os.path.join("배우들의 연기도 좋았다", movie)
'''

COMMIT = """영화 목록을 고친다

정말 재미있는 영화였다. 배우들의 연기도 좋았다.

Signed-off-by: 영화 <a@example.org>
# 너무 지루하고 최악이다. 이 줄은 빠진다.
# ------------------------ >8 ------------------------
diff --git a/영화 b/영화
"""
