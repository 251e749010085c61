// tanh as x·P(x²)/Q(x²), both of degree 4, fitted for the least relative error (6e-9) up to the limit, where
// tanh is 1 − 2.7e-7; computed in float32 the error stays below 3e-7. The logistic function follows from it:
// σ(x) = ½ + ½·tanh(x/2), error below 2e-7.

// tanh x as a fraction: what is multiplied afterwards can share one division.
typedef struct {
    vector numerator, denominator;
} fraction;

INLINE fraction tanh_fraction(vector x) {
    // min and max return their second operand when the first is no number: a NaN passes through.
    x = less(all(7.9f), greater(all(-7.9f), x));
    const vector y = times(x, x);
    vector p = all(1.542815653e-08f);
    p = fused(p, y, all(2.202337419e-05f));
    p = fused(p, y, all(3.578999778e-03f));
    p = fused(p, y, all(1.345062703e-01f));
    p = fused(p, y, all(1.0f));
    vector q = all(8.598854038e-07f);
    q = fused(q, y, all(3.423663147e-04f));
    q = fused(q, y, all(2.619226649e-02f));
    q = fused(q, y, all(4.678395391e-01f));
    q = fused(q, y, all(1.0f));
    return (fraction){times(x, p), q};
}

INLINE vector tanh_vector(vector x) {
    const fraction t = tanh_fraction(x);
    return quotient(t.numerator, t.denominator);
}

// 2 σ(x) as a fraction.
INLINE fraction doubled_sigmoid_fraction(vector x) {
    const fraction t = tanh_fraction(times(all(0.5f), x));
    return (fraction){plus(t.denominator, t.numerator), t.denominator};
}

INLINE vector sigmoid_vector(vector x) {
    const vector half = all(0.5f);
    return fused(half, tanh_vector(times(half, x)), half);
}

// eˣ for −88 ≤ x ≤ 88, what is beyond taken for the bound; 0 where eˣ is denormal. x = n·ln 2 + r with |r| ≤ ½ ln 2;
// eʳ = 1 + r + r²·P(r), P of degree 4 fitted for the least relative error (4e-9); computed in float32 the error stays
// below 2e-7.
INLINE vector exp_vector(vector x) {
    // A NaN passes through, as above.
    x = less(all(88), greater(all(-88), x));
    // Adding 1.5·2²³ rounds to a whole number.
    const vector big = all(12582912);
    const vector n = minus(fused(x, all(1.44269504f), big), big);
    // ln 2 in two parts, the first with so few bits that n times it is exact.
    const vector r = fused_negative(n, all(-2.12194440e-4f), fused_negative(n, all(0.693359375f), x));
    vector p = all(1.381432055e-03f);
    p = fused(p, r, all(8.368850686e-03f));
    p = fused(p, r, all(4.166840017e-02f));
    p = fused(p, r, all(1.666651964e-01f));
    p = fused(p, r, all(4.999999404e-01f));
    p = plus(fused(p, times(r, r), r), all(1));
    return times(p, power_of_two(n));
}
