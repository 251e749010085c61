// The template: the functions of one instruction set, in terms of its vectors. Shapes are those of CKernels.h.

#include "activations.h"
#include "elementwise.h"
#include "cells.h"
#include "products.h"
#include "transposed.h"
#include "sequences.h"
#include "sampling.h"
