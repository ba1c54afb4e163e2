"""A picture: a Matplotlib figure without pyplot that displays itself in a notebook, with an alternative text."""

import base64
import html
import io

import matplotlib.style
import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from PIL import Image

from lib.figures.style import STYLE

WIDTH = 7.2  # inches of 100 pixels
RESOLUTION = 200  # pixels an inch: twice the displayed size, for screens of high density

styled = matplotlib.style.context(["default", STYLE])  # a decorator: draw in this style, whatever the caller has set


class Picture(Figure):
    """A figure that displays itself as an image with an alternative text, without a Matplotlib backend.

    Parameters
    ----------
    description : str
        What is drawn and what to see in it: the alternative text.
    height, width : float
        In inches of 100 pixels.
    """

    def __init__(self, description: str, height: float, width: float = WIDTH):
        super().__init__(figsize=(width, height), dpi=100, facecolor="white")
        self.agg = FigureCanvasAgg(self)
        self.set_layout_engine(ConstrainedLayoutEngine(w_pad=0.08, h_pad=0.06, wspace=0.03, hspace=0.03))
        self.description = description

    @styled
    def draw(self, renderer: RendererBase) -> None:
        super().draw(renderer)  # ticks are made here, and read the style

    @styled
    def png(self, dpi: float = RESOLUTION) -> bytes:
        """The bytes of a PNG file, the same for the same figure. A palette of 256 colours halves the size."""
        self.set_dpi(dpi)
        self.agg.draw()
        pixels = Image.fromarray(np.asarray(self.agg.buffer_rgba())[..., :3])
        file = io.BytesIO()
        pixels.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG")
        return file.getvalue()

    def html(self) -> str:
        """An <img> of the intended width, whatever the resolution. JupyterLab drops the alt text of image/png."""
        address = "data:image/png;base64," + base64.b64encode(self.png()).decode("ascii")
        width = round(100 * self.get_figwidth())
        return f'<img alt="{html.escape(self.description)}" width="{width}" src="{address}">'

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(), "text/plain": self.description}

    def _ipython_display_(self):
        # With this method Matplotlib's inline backend does not display the figure as well, without its description.
        from IPython.display import display  # imported late: only IPython calls this method

        display(self._repr_mimebundle_(), raw=True)
