/** The manifest to JSON and back: the contract between build and deploy. */
@NullMarked
package io.lambdamaven.plugin.manifest;

import org.jspecify.annotations.NullMarked;
