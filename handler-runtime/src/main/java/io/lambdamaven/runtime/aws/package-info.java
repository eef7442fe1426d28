/** Sends requests to AWS: the only user of the SDK's signer. */
@NullMarked
package io.lambdamaven.runtime.aws;

import org.jspecify.annotations.NullMarked;
