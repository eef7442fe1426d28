package io.lambdamaven.plugin.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** One client per service, over one connection pool. */
final class AwsClients implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final int ATTEMPTS_WHEN_BUSY = 8;

    private final AwsSettings settings;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Map<String, SdkClient> seldom = new ConcurrentHashMap<>();

    final LambdaClient lambda;
    final IamClient iam;
    final CloudWatchLogsClient logs;
    final S3Client s3;
    final EventBridgeClient events;
    final ApiGatewayV2Client api;

    /** For calls that make one thing more each time: never sent again unless AWS surely did nothing. */
    final ApiGatewayV2Client apiOnce;

    final StsClient sts;

    AwsClients(AwsSettings settings, @Nullable AwsCredentialsProvider given) {
        this.settings = settings;
        // A profile that does not exist is told before the region that is not in it.
        this.credentials = given == null ? new CredentialSource(settings, this::sts).provider() : given;
        this.region = region(settings);
        this.http = HttpClients.of(settings.reach().proxy());
        login();
        this.lambda = build(LambdaClient.class, LambdaClient.builder(), retries());
        this.iam = build(IamClient.class, IamClient.builder(), retries());
        this.logs = build(CloudWatchLogsClient.class, CloudWatchLogsClient.builder(), retries());
        this.s3 = build(
                S3Client.class,
                S3Client.builder().forcePathStyle(settings.reach().instead("s3") != null),
                retries());
        this.events = build(EventBridgeClient.class, EventBridgeClient.builder(), retries());
        this.api = build(ApiGatewayV2Client.class, ApiGatewayV2Client.builder(), alsoWhenBusy());
        this.apiOnce = build(ApiGatewayV2Client.class, ApiGatewayV2Client.builder(), onlyWhenThrottled());
        this.sts = build(StsClient.class, StsClient.builder(), retries());
    }

    /** A role is assumed here already: inside of a call a fault would be wrapped, and a code asked for out of turn. */
    private void login() {
        if (credentials instanceof RoleCredentials) {
            try {
                credentials.resolveCredentials();
            } catch (RuntimeException e) {
                http.close();
                throw e;
            }
        }
    }

    private StsClient sts(AwsCredentialsProvider caller) {
        return build(StsClient.class, StsClient.builder(), retries(), caller);
    }

    Region region() {
        return region;
    }

    private static Region region(AwsSettings settings) {
        String named = settings.region();
        return named != null
                ? Region.of(named)
                : DefaultAwsRegionProviderChain.builder()
                        .profileName(settings.profile())
                        .build()
                        .getRegion();
    }

    /** The client of a service that few projects need, made when it is first asked for. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient> C of(
            Class<C> type, Supplier<B> builder) {
        return type.cast(seldom.computeIfAbsent(type.getName(), key -> build(type, builder.get(), retries())));
    }

    /** The same for calls that make one thing more each time: never sent again unless AWS surely did nothing. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient> C once(
            Class<C> type, Supplier<B> builder) {
        return type.cast(seldom.computeIfAbsent(
                type.getName() + " once", key -> build(type, builder.get(), onlyWhenThrottled())));
    }

    /** As in {@link io.lambdamaven.plugin.aws.Reach#endpoints}. */
    static String serviceName(Class<?> client) {
        String name = client.getSimpleName();
        return name.substring(0, name.length() - "Client".length()).toLowerCase(Locale.ROOT);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
            Class<C> type, B builder, RetryStrategy retry) {
        return build(type, builder, retry, credentials);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
            Class<C> type, B builder, RetryStrategy retry, AwsCredentialsProvider caller) {
        builder.region(region)
                .credentialsProvider(caller)
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retry)
                        .addExecutionInterceptor(new CallNames())
                        .addExecutionInterceptor(new RawJson())
                        .build());
        URI instead = settings.reach().instead(serviceName(type));
        if (instead != null) {
            return builder.endpointOverride(instead).build();
        }
        // Only where set: AWS's own variables and profiles can say it as well.
        if (settings.reach().fips()) {
            builder.fipsEnabled(true);
        }
        if (settings.reach().dualstack()) {
            builder.dualstackEnabled(true);
        }
        return builder.build();
    }

    private static RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .build();
    }

    /** For services that refuse a change while they make another one of the same thing. */
    private static RetryStrategy alsoWhenBusy() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS_WHEN_BUSY)
                .treatAsThrottling(AwsClients::throttled)
                .retryOnException(AwsClients::throttled)
                .build();
    }

    private static RetryStrategy onlyWhenThrottled() {
        return StandardRetryStrategy.builder()
                // Or the SDK adds its own reasons to send again.
                .useClientDefaults(false)
                .maxAttempts(ATTEMPTS_WHEN_BUSY)
                .circuitBreakerEnabled(true)
                .treatAsThrottling(AwsClients::throttled)
                .retryOnException(AwsClients::throttled)
                .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(20)))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(Duration.ofSeconds(1), Duration.ofSeconds(20)))
                .build();
    }

    private static boolean throttled(Throwable e) {
        return e instanceof AwsServiceException service
                && (service.isThrottlingException() || Retry.apiIsBusy(service));
    }

    @Override
    public void close() {
        lambda.close();
        iam.close();
        logs.close();
        s3.close();
        events.close();
        api.close();
        apiOnce.close();
        sts.close();
        seldom.values().forEach(SdkClient::close);
        http.close();
    }
}
