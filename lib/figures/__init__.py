"""The figures of the four notebooks: each a plain function that returns a `Picture`. A bad argument raises a ValueError
that names it.
"""

from lib.figures.gradients_plots import computational_graph, slip, slow_and_fast, step_size
from lib.figures.losses_plots import coin, loss_slopes, losses, losses_at, lost_digits
from lib.figures.picture import Picture
from lib.figures.sgd_plots import decision_boundary, learning_curves, loss_surfaces, race, section, two_starts
from lib.figures.sigmoid_plots import neuron, overflow, prediction, saturation, sigmoid_curve, tangent
