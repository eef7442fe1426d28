/**
 * The port against {@code moto_server}, over the wire.
 *
 * <p>What the emulator (moto 5.2) lacks, so that the port takes it as unknown or as a synonym: a function's
 * {@code LoggingConfig} and {@code SnapStart}; the alias in an event source mapping, which it replaces by the version
 * the alias points at; {@code ListFunctionUrlConfigs} and the qualifier of a function URL; the conditions of a URL's
 * permissions; a resource policy per alias (it has one per function); a bucket's EventBridge flag; states other than
 * {@code Active}; account settings, recursion and provisioned concurrency. It makes a second mapping for the same
 * pair of alias and queue, and a second statement of the same id, where AWS refuses.
 * Of mappings it takes those of queues, tables and data streams only: Kafka, brokers and DocumentDB are tested by the
 * requests that the SDK writes. A table's stream cannot be switched on a second time, and Kinesis is spoken to in JSON.
 *
 * <p>It has no triggers of CodeCommit repositories, turns on rotation of a secret by days only and tells no window, and
 * its bots and aliases have ids of another form than AWS's: there the proxy answers in its place.
 *
 * <p>Of a function's options it does not tell the KMS key, file system and dead-letter queue, and keeps ephemeral storage
 * and tracing as they were at first. Retries and destinations it has per function, not per alias, and forgets all but the
 * first put of them.
 *
 * <p>Of HTTP APIs it has neither {@code GetAuthorizers} nor {@code UpdateStage}, {@code DeleteAccessLogSettings} and
 * {@code DeleteRouteSettings}, no tags of stages and no type of addresses; it keeps a route's scopes when they are taken
 * away, and a function URL's rules for other sites' pages. These are tested by the requests that the SDK writes. Against
 * the emulator the port finds the authorizers that routes ask, one by one.
 *
 * <p>Of REST APIs it imports resources, methods and integrations only: authorizers, what methods ask of callers, methods
 * of any name ({@code ANY}) and options are tested in the document that API Gateway is given, and binary types,
 * compression, VPC endpoints and settings that are taken back in the patches.
 *
 * <p>Of user pools it drops members that its own model does not know, and it moves nothing to its default. IoT has no tags
 * in it, and says of a rule that is not there that it is not found, where AWS denies access. SES cannot delete a receipt
 * rule. There the proxy answers in its place.
 *
 * <p>It drops the token that an Alexa skill shows, and a load balancer there never looks whether it may call a function:
 * the proxy answers in its place.
 */
@NullMarked
package io.lambdamaven.plugin.aws;

import org.jspecify.annotations.NullMarked;
