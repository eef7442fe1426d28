/** The goals: parameters to settings, stages run, failures turned into Maven's. The only user of Maven. */
@NullMarked
package io.lambdamaven.plugin.mojo;

import org.jspecify.annotations.NullMarked;
