package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.report.Progress;
import io.lambdamaven.plugin.testing.FaultProxy;
import io.lambdamaven.plugin.testing.MotoServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** An emulated account with the bucket and the queue that the shop takes for granted, and a proxy before it. */
final class Cloud implements AutoCloseable {
    static final AwsCredentialsProvider KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    final MotoServer moto;
    final FaultProxy proxy;
    final AwsClients direct;
    final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final SqsClient sqs;

    private Cloud(MotoServer moto) throws IOException {
        this.moto = moto;
        this.proxy = FaultProxy.before(moto);
        this.direct = new AwsClients(settings(moto.endpoint()), KEYS);
        this.sqs = SqsClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(KEYS)
                .endpointOverride(moto.endpoint())
                .httpClient(ApacheHttpClient.create())
                .build();
    }

    static Cloud start() throws IOException, InterruptedException {
        return new Cloud(MotoServer.start());
    }

    static AwsSettings settings(URI endpoint) {
        return settings(endpoint, null);
    }

    static AwsSettings settings(URI endpoint, String codeBucket) {
        return new AwsSettings("eu-west-1", null, endpoint, codeBucket);
    }

    void reset() throws IOException, InterruptedException {
        moto.reset();
        told.clear();
        direct.s3.createBucket(
                r -> r.bucket(Shop.BUCKET).createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
        sqs.createQueue(r -> r.queueName("shop-queue"));
        proxy.restart(call -> new io.lambdamaven.plugin.testing.Fault.Pass());
    }

    void deleteQueue() {
        sqs.deleteQueue(
                r -> r.queueUrl(sqs.getQueueUrl(q -> q.queueName("shop-queue")).queueUrl()));
    }

    /** Takes the stage's lock away, if there is one. */
    void unlock(Desired desired) {
        SsmClient ssm = ssm();
        ssm.deleteParameters(r -> r.names(StageParameters.lock(desired)));
    }

    SsmClient ssm() {
        return direct.of(SsmClient.class, SsmClient::builder);
    }

    AwsPort port() {
        return new AwsPort(settings(proxy.endpoint()), KEYS);
    }

    /** Deploys through the proxy; its records start anew. */
    void deploy(Desired desired) {
        deploy(desired, false);
    }

    void deploy(Desired desired, boolean deleteData) {
        try (AwsPort port = port()) {
            new Deployer(port, progress()).deploy(where -> desired, deleteData);
        }
    }

    Observed observe(Desired desired) {
        try (AwsPort port = new AwsPort(settings(moto.endpoint()), KEYS)) {
            return port.observe(desired);
        }
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void info(String line) {
                told.add(line);
            }

            @Override
            public void warn(String line) {
                told.add(line);
            }

            @Override
            public void debug(String line) {}
        };
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        direct.close();
        sqs.close();
        moto.close();
    }
}
