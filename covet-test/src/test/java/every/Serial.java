package every;

import dev.covet.api.Scalar;
import java.math.BigInteger;

/** What a machine is known by. */
@Scalar
record Serial(BigInteger value) {}
