/** Helpers of the tests: projects that are compiled on the spot. */
package io.lambdamaven.plugin.testing;
