package io.lambdamaven.plugin.aws;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
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

    private final AwsSettings settings;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Map<Class<?>, SdkClient> seldom = new ConcurrentHashMap<>();

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
        this.region = region(settings);
        this.credentials = given == null ? credentials(settings.profile()) : given;
        this.http = ApacheHttpClient.builder()
                .maxConnections(50)
                .connectionTimeout(Duration.ofSeconds(10))
                // Longer than the longest synchronous invocation.
                .socketTimeout(Duration.ofMinutes(16))
                .build();
        this.lambda = build(LambdaClient.builder(), retries());
        this.iam = build(IamClient.builder(), retries());
        this.logs = build(CloudWatchLogsClient.builder(), retries());
        this.s3 = build(S3Client.builder().forcePathStyle(settings.emulated()), retries());
        this.events = build(EventBridgeClient.builder(), retries());
        this.api = build(ApiGatewayV2Client.builder(), retries());
        this.apiOnce = build(ApiGatewayV2Client.builder(), onlyWhenThrottled());
        this.sts = build(StsClient.builder(), retries());
    }

    /** Who names a profile means it, whatever keys stand in the environment; AWS's CLI sees it the same way. */
    private static AwsCredentialsProvider credentials(@Nullable String profile) {
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
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
        return type.cast(seldom.computeIfAbsent(type, key -> build(builder.get(), retries())));
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(B builder, RetryStrategy retry) {
        builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retry)
                        .addExecutionInterceptor(new CallNames())
                        .addExecutionInterceptor(new RawJson())
                        .build());
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }

    private static RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .build();
    }

    private static RetryStrategy onlyWhenThrottled() {
        return StandardRetryStrategy.builder()
                // Or the SDK adds its own reasons to send again.
                .useClientDefaults(false)
                .maxAttempts(ATTEMPTS)
                .circuitBreakerEnabled(true)
                .treatAsThrottling(AwsClients::throttled)
                .retryOnException(AwsClients::throttled)
                .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(20)))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(Duration.ofSeconds(1), Duration.ofSeconds(20)))
                .build();
    }

    private static boolean throttled(Throwable e) {
        return e instanceof AwsServiceException service && service.isThrottlingException();
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
