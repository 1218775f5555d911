"""A small site in Arabic, Chinese and English: right to left, a script without spaces, languages without a catalog."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from running import Said, article, build, site

AUTHOR = """---
name: ليلى حداد
agreed: 2026-01-01
role: Engineer
organisation: Example
tagline: Moving things and building them.
topics: [engineering, writing]
why: What we learn together should not be lost.
links: {website: "https://example.com/leila", github: "https://github.com/leila-haddad"}
---

Leila writes about what her team learns.
"""

AUTHOR_IN_ARABIC = """---
role: مهندسة برمجيات
tagline: أكتب عن النقل والبناء.
why: أكتب كي لا يضيع ما تعلمناه معا.
---

تعمل ليلى في فريق المنصة منذ عشر سنوات، وتكتب عن كل ما يتعلمه الفريق.
"""

ARABIC = """---
name: ليلى حداد
role: مهندسة برمجيات
organisation: Example
tagline: أكتب عن النقل والبناء
topics: [الهندسة, الكتابة]
why: أكتب كي لا يضيع ما تعلمناه معا.
---

تعمل ليلى في فريق المنصة منذ عشر سنوات، وتكتب عن كل ما يتعلمه الفريق.
"""

ARABIC = """هذه مقالة عن سبب انتقالنا، وفيها [رابط](https://example.com/) و`make html` وصورة.

## قبل

كان كل شيء في مكان واحد. وكان [البناء](#أثناء) بطيئا جدا[^1].

> قالت زميلتنا: الكتابة تفكير بصوت عال.

```python
def published(articles: list[str]) -> list[str]:
    return [one for one in articles if one.startswith("2026")]  # a line that is too long for a telephone
```

## أثناء

| الخطوة | المدة |
|---|---|
| قراءة | يومان |
| نقل | أسبوع |

- [x] قرأنا
- [ ] كتبنا

> [!NOTE]
> لا أحد مجبر على الكتابة.

## بعد

![مربع أخضر](box.png)

1. أول
2. ثان

[^1]: أكثر من ساعة.
"""

CHINESE = """这是一篇关于我们为什么搬家的文章。每个人都可以写，没有人必须写。

## 之前

以前所有的东西都在一个地方，构建需要一个多小时，所以我们决定搬家。

## 之后

现在构建只需要一分钟。
"""


def world_site(folder: Path) -> Said:
    """Build it into `folder`; English has no prefix, as in the sample."""
    signed = {"authors": "[leila-haddad]", "category": "Engineering", "tags": "[moving, نقل]", "series": "الانتقال"}
    arabic = {**signed, "lang": "ar", "summary": "كيف انتقلنا، ولماذا."}
    content = site(
        folder,
        **{
            "site.toml": 'name = "Example"\nlang = "en"\nsiteurl = "https://blog.example.com"\n',
            "authors/leila-haddad.md": AUTHOR,
            "authors/leila-haddad.ar.md": AUTHOR_IN_ARABIC,
            "authors/leila-haddad.jpg": _picture("JPEG", "teal"),
            "articles/moved/box.png": _picture("PNG", "green"),
            "articles/moved/index.md": article("We moved, and this is why.", title="Why we moved", **signed),
            "articles/moved/index.ar.md": article(ARABIC, **arabic, title="لماذا انتقلنا", aliases="[/ar/old/]"),
            "articles/moved/index.zh.md": article(CHINESE, **signed, lang="zh", title="我们为什么搬家"),
            "articles/after/index.ar.md": article("مر عام.", **arabic, title="بعد عام", date="2026-05-02"),
            "articles/gone/index.ar.md": article("انتهى.", **arabic, title="عرض قديم", expires="2026-06-01"),
            "pages/about.ar.md": "---\ntitle: من نحن\nlang: ar\n---\n\nنحن من يكتب هنا.\n",
        },
    )
    return build(content, folder)


def _picture(kind: str, color: str) -> bytes:
    data = BytesIO()
    Image.new("RGB", (800, 800), color).save(data, kind)
    return data.getvalue()
