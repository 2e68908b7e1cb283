"""The last stage: scenes become the parts of a .pptx. The only room that knows OOXML."""

from smdeck.write.media import scaled_pictures
from smdeck.write.presentation import presentation_parts
from smdeck.write.saving import TargetError, save

__all__ = ["TargetError", "presentation_parts", "save", "scaled_pictures"]
