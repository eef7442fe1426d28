/** Starts functions whose code is in S3: fetches it, verifies it, and only then makes classes of it. */
@NullMarked
package io.lambdamaven.runtime.code;

import org.jspecify.annotations.NullMarked;
