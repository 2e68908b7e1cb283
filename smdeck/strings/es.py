"""The generated words in Spanish."""

from smdeck.strings import Strings

STRINGS = Strings(
    lang="es-ES",
    agenda="Agenda",
    questions="¿Preguntas?",
    takeaways="Lo esencial",
    closing="Muchas gracias",
    source="Fuente:",
    minutes="min",
    opening="Introducción",
    strong_tie="vínculo fuerte",
    weak_tie="vínculo débil",
    builds="paso a paso",
    points="puntos",
    total="Total",
    exercise="Ejercicio",
    result="Resultado:",
    whole_minutes=("minuto", "minutos"),
    vote="Vote ahora",
    pause="Pausa",
    pause_until="Pausa hasta las",
    sources="Fuentes",
    today="hoy",
    months=(
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
    ),
    tones={"light": "claro", "dark": "oscuro", "brand": "marca", "accent": "acento"},
    labels={
        "instance": "Por ejemplo",
        "back": "Volver", "cut": "Se puede omitir", "backup": "Reserva",
        "of": "de {count} hechas", "done": "hecho", "pros": "A favor", "cons": "En contra",
        "strengths": "Fortalezas", "weaknesses": "Debilidades", "opportunities": "Oportunidades",
        "threats": "Amenazas", "target": "Objetivo",
        "rise": "Aumento", "fall": "Descenso", "level": "Nivel", "base": "Base",
        "link": "Enlace", "area": "Superficie",
    },
    prompts={
        "title": "Escribir un título", "text": "Escribir texto", "picture": "Insertar una imagen",
        "chart": "Insertar un gráfico", "table": "Insertar una tabla",
        "source": "Indicar la fuente", "number": "1",
    },
    shapes={
        "video": "Vídeo", "sound": "Sonido", "bar": "Barra", "spark": "Minigráfico",
        "title": "Título", "text": "Texto", "picture": "Imagen", "chart": "Gráfico",
        "table": "Tabla", "footer": "Pie de página", "slide-number": "Número de diapositiva",
        "date": "Fecha", "logo": "Logotipo", "art": "Fondo", "icon": "Icono", "disc": "Disco",
        "map": "Mapa", "tie": "Vínculo", "band": "Banda", "shape": "Forma",
        "arrow": "Flecha", "rule": "Filete",
        "image": "Imagen de la diapositiva", "notes": "Notas",
        "header": "Encabezado", "qr": "Código QR",
    },
    master=(
        "Editar los estilos de texto del patrón", "Segundo nivel", "Tercer nivel",
        "Cuarto nivel", "Quinto nivel",
    ),
)  # fmt: skip
