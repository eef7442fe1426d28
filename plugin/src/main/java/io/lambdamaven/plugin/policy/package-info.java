/** The least that IAM has to allow to who deploys a project. */
@NullMarked
package io.lambdamaven.plugin.policy;

import org.jspecify.annotations.NullMarked;
