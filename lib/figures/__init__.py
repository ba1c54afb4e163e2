"""The figures of the four notebooks: functions that return a `Picture`, and raise ValueError for a bad argument."""

from lib.figures.picture import Picture
from lib.figures.plots_01_sigmoid import neuron, overflow, prediction, saturation, sigmoid_curve, tangent
from lib.figures.plots_02_losses import coin, loss_slopes, losses, losses_at, lost_digits
from lib.figures.plots_03_gradients import computational_graph, slip, slow_and_fast, step_size
from lib.figures.plots_04_sgd import decision_boundary, learning_curves, loss_surfaces, race, section, two_starts
