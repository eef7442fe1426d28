/** Starts a hosted web application and forwards HTTP events to it over the loopback interface. */
@NullMarked
package io.lambdamaven.runtime.web;

import org.jspecify.annotations.NullMarked;
