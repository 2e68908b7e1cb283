"""The generated words in English."""

from smdeck.words import Words

WORDS = Words(
    lang="en-US",
    agenda="Agenda",
    questions="Questions?",
    takeaways="Key takeaways",
    closing="Thank you",
    source="Source:",
    minutes="min",
    opening="Opening",
    strong_tie="strong tie",
    weak_tie="weak tie",
    builds="step by step",
    points="points",
    total="Total",
    exercise="Exercise",
    result="Result:",
    whole_minutes=("minute", "minutes"),
    vote="Vote now",
    pause="Break",
    pause_until="Break until",
    sources="Sources",
    today="today",
    months=(
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
    tones={"light": "light", "dark": "dark", "brand": "brand", "accent": "accent"},
    labels={
        "instance": "For example",
        "back": "Back", "cut": "Can be left out", "backup": "Backup",
        "of": "of {count} done", "done": "done", "pros": "Pros", "cons": "Cons",
        "strengths": "Strengths", "weaknesses": "Weaknesses", "opportunities": "Opportunities",
        "threats": "Threats", "target": "Target",
        "rise": "Rise", "fall": "Fall", "level": "Level", "base": "Base",
        "link": "Link", "area": "Area",
    },
    prompts={
        "title": "Enter a title", "text": "Enter text", "picture": "Insert a picture",
        "chart": "Insert a chart", "table": "Insert a table", "source": "Enter the source",
        "number": "1",
    },
    shapes={
        "video": "Video", "sound": "Sound", "bar": "Bar", "spark": "Sparkline",
        "title": "Title", "text": "Text", "picture": "Picture", "chart": "Chart", "table": "Table",
        "footer": "Footer", "slide-number": "Slide number", "date": "Date", "logo": "Logo",
        "art": "Background", "icon": "Icon", "disc": "Disc", "map": "Map", "tie": "Tie",
        "shape": "Shape",        "arrow": "Arrow", "rule": "Rule", "image": "Slide image",
        "notes": "Notes", "header": "Header", "qr": "QR code",
    },
    master=("Edit the master text", "Second level", "Third level", "Fourth level", "Fifth level"),
)  # fmt: skip
