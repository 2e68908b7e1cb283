"""The generated words in French."""

from smdeck.words import Words

WORDS = Words(
    lang="fr-FR",
    agenda="Ordre du jour",
    questions="Questions\u202f?",
    takeaways="À retenir",
    closing="Merci de votre attention",
    source="Source\u00a0:",
    minutes="min",
    opening="Introduction",
    strong_tie="lien fort",
    weak_tie="lien faible",
    builds="pas à pas",
    points="points",
    total="Total",
    exercise="Exercice",
    result="Résultat\u00a0:",
    whole_minutes=("minute", "minutes"),
    vote="Votez maintenant",
    pause="Pause",
    pause_until="Pause jusqu’à",
    sources="Sources",
    today="aujourd’hui",
    months=(
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.",
        "août", "sept.", "oct.", "nov.", "déc.",
    ),
    tones={"light": "clair", "dark": "sombre", "brand": "marque", "accent": "accent"},
    labels={
        "instance": "Par exemple",
        "back": "Retour", "cut": "Peut être omis", "backup": "Réserve",
        "of": "sur {count} faits", "done": "fait", "pros": "Pour", "cons": "Contre",
        "strengths": "Forces", "weaknesses": "Faiblesses", "opportunities": "Opportunités",
        "threats": "Menaces", "target": "Objectif",
        "rise": "Hausse", "fall": "Baisse", "level": "Niveau", "base": "Socle",
        "link": "Liaison", "area": "Surface",
    },
    prompts={
        "title": "Saisir un titre", "text": "Saisir du texte", "picture": "Insérer une image",
        "chart": "Insérer un graphique", "table": "Insérer un tableau",
        "source": "Indiquer la source", "number": "1",
    },
    shapes={
        "video": "Vidéo", "sound": "Son", "bar": "Barre", "spark": "Sparkline",
        "title": "Titre", "text": "Texte", "picture": "Image", "chart": "Graphique",
        "table": "Tableau", "footer": "Pied de page", "slide-number": "Numéro de diapositive",
        "date": "Date", "logo": "Logo", "art": "Arrière-plan", "icon": "Icône", "disc": "Disque",
        "map": "Carte", "tie": "Lien", "shape": "Forme", "arrow": "Flèche", "rule": "Filet",
        "image": "Image de la diapositive", "notes": "Commentaires", "header": "En-tête",
        "qr": "Code QR",
    },
    master=(
        "Modifier les styles du texte du masque", "Deuxième niveau", "Troisième niveau",
        "Quatrième niveau", "Cinquième niveau",
    ),
)  # fmt: skip
