"""The course's library: what the notebooks import.

``from lib import sigmoid`` and so on gives a notebook what an earlier one built, and ``check`` looks at an
answer. Figures, data and widgets are modules of their own: ``from lib import data, figures``.
"""

from lib.checking.check import check
from lib.guesses import reveal
from lib.lockstep import sgd_many
from lib.neuron import (
    batch_gradient,
    chain_factors,
    cross_entropy,
    cross_entropy_from_z,
    cross_entropy_loss,
    cross_entropy_prime,
    gradient_cross_entropy,
    gradient_squared_error,
    numerical_gradient,
    pre_activation,
    predict,
    saturation_point,
    sigmoid,
    sigmoid_prime,
    squared_error,
    squared_error_loss,
    squared_error_prime,
)
from lib.questions import ten_questions
from lib.sgd import epochs_to_reach, sgd, sgd_step, stuck_bias  # lib.sgd is now the function, not the module
