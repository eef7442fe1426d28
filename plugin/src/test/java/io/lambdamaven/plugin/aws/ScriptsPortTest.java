package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.ScriptCompiler;
import io.lambdamaven.plugin.generate.SourceFile;
import io.lambdamaven.plugin.local.host.FunctionHost;
import io.lambdamaven.plugin.local.host.Request;
import io.lambdamaven.plugin.local.host.Result;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.ScriptShape;
import io.lambdamaven.plugin.script.KeyFile;
import io.lambdamaven.plugin.script.ScriptBundle;
import io.lambdamaven.plugin.script.ScriptCall;
import io.lambdamaven.plugin.script.ScriptSigner;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** Scripts from the key to the answer: signed with a file and with KMS, run by AWS's client, remembered by DynamoDB. */
final class ScriptsPortTest extends PortTest {
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders-dev:ops";

    private static final SourceFile SCRIPT = new SourceFile("FixOrders.java", """
            import com.amazonaws.services.lambda.runtime.Context;
            import java.util.Map;

            public class FixOrders {
                public static String run(Map<String, Object> args, Context context) {
                    return "fixed " + args.get("order") + " of " + shop.Orders.NAME;
                }
            }
            """);

    private static final String ORDERS = """
            package shop;

            import io.lambdamaven.annotation.*;

            public class Orders {
                public static final String NAME = "the shop";

                @InvokeTrigger
                public void any() {}
            }
            """;

    @TempDir
    Path folder;

    @Override
    void prepare() {}

    /** Whoever could write to it could have a script refused, and whoever could delete from it run one twice. */
    @Test
    void aTableThatSomebodyMadeBeforeIsNotTrusted() throws Exception {
        KeyFile.create(folder.resolve("key"));
        Desired desired = Project.orders()
                .part(
                        "scriptKeys.ops",
                        KeyFile.read(folder.resolve("key")).key().encoded())
                .desired(Wired.WHERE, code());
        cloud.direct
                .of(DynamoDbClient.class, DynamoDbClient::builder)
                .createTable(r -> r.tableName("orders-dev-scripts")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(a -> a.attributeName("id").attributeType("S"))
                        .keySchema(k -> k.attributeName("id").keyType("HASH")));

        assertThatThrownBy(() -> cloud.deploy(desired))
                .hasMessageStartingWith("LM321 DynamoDB table orders-dev-scripts:");
    }

    private static KmsClient kms() {
        return cloud.direct.of(KmsClient.class, KmsClient::builder);
    }

    private static DynamoDbClient dynamo() {
        return cloud.direct.of(DynamoDbClient.class, DynamoDbClient::builder);
    }

    private static KmsSigner kms(KeySpec spec, KeyUsageType usage) {
        String id = kms().createKey(r -> r.keySpec(spec).keyUsage(usage))
                .keyMetadata()
                .keyId();
        return new KmsSigner(Cloud.settings(cloud.moto.endpoint()), Cloud.KEYS, id);
    }

    private Code code() throws IOException, NoSuchAlgorithmException {
        Path jar = folder.resolve("signer.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("lib/http-auth-aws-2.40.2.jar"));
        }
        return new Code(
                jar,
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar))));
    }

    private static ScriptCall call(String keyId, String arn, byte[] bundle) {
        return new ScriptCall(
                keyId,
                arn,
                bundle,
                "{\"order\":7}".getBytes(StandardCharsets.UTF_8),
                UUID.randomUUID().toString().replace("-", ""),
                Instant.now().plus(ScriptCall.VALID));
    }

    @Test
    void aStageWithoutTheSignerInItsJarIsToldSo() {
        KeyFile.create(folder.resolve("key"));
        Project project = Project.orders()
                .part(
                        "scriptKeys.ops",
                        KeyFile.read(folder.resolve("key")).key().encoded());

        UserFault fault = catchThrowableOfType(UserFault.class, () -> wired.desired(project));

        assertThat(fault.diagnostics()).extracting(each -> each.problem()).containsExactly(Problem.LM285);
        assertThat(fault).hasMessageContaining("software.amazon.awssdk:http-auth-aws");
    }

    @Test
    void aKeyOfKmsThatCannotSignSoIsRefused() {
        assertThatThrownBy(() -> kms(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM390")
                .hasMessageContaining("ECC_NIST_P256");
        assertThatThrownBy(() -> new KmsSigner(
                        Cloud.settings(cloud.moto.endpoint()), Cloud.KEYS, "11111111-1111-1111-1111-111111111111"))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM390");
    }

    @Test
    void aSignedScriptRunsOnceInAwssClient() throws Exception {
        KeyFile.create(folder.resolve("key"));
        KeyFile file = KeyFile.read(folder.resolve("key"));
        try (KmsSigner kms = kms(KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY)) {
            Desired desired = Project.orders()
                    .part("scriptKeys.ops", file.key().encoded())
                    .part("scriptKeys.kms", kms.key().encoded())
                    .desired(Wired.WHERE, code());
            cloud.deploy(desired);
            assertThat(dynamo().describeTimeToLive(r -> r.tableName("orders-dev-scripts"))
                            .timeToLiveDescription()
                            .timeToLiveStatus())
                    .isEqualTo(TimeToLiveStatus.ENABLED);
            assertThat(writesOf(desired)).isEmpty();

            Path classes = RealFunction.classes(folder.resolve("project"), ORDERS);
            byte[] bundle = bundle(classes);
            try (FunctionHost host = RealFunction.host(folder, cloud, desired, ARN, classes)) {
                ScriptCall call = call("ops", ARN, bundle);
                String payload = call.payload(file.sign(call.envelope()));
                assertThat(answer(host, payload, ARN)).isEqualTo("\"fixed 7 of the shop\"");
                Result replayed = host.invoke(new Request(payload.getBytes(StandardCharsets.UTF_8), ARN));
                assertThat(text(replayed)).contains("it was here before");
                assertThat(replayed.functionError()).isEqualTo("Unhandled");
                assertThat(dynamo().scan(r -> r.tableName("orders-dev-scripts")).items())
                        .singleElement()
                        .satisfies(item -> assertThat(item.get("id").s()).isEqualTo(call.nonce()));

                assertThat(send(host, "kms", kms, ARN, bundle)).isEqualTo("\"fixed 7 of the shop\"");
                assertThat(send(host, "ops", kms, ARN, bundle)).contains("the signature is not that of the key");
                assertThat(send(host, "ops", file, ARN.replace("dev", "prod"), bundle))
                        .contains("the signature is not");
                dynamo().deleteTable(r -> r.tableName("orders-dev-scripts"));
                assertThat(send(host, "ops", file, ARN, bundle)).contains("ResourceNotFoundException");
            }
        }
    }

    private static String send(FunctionHost host, String keyId, ScriptSigner signer, String signedFor, byte[] bundle)
            throws InterruptedException {
        ScriptCall call = call(keyId, signedFor, bundle);
        return answer(host, call.payload(signer.sign(call.envelope())), ARN);
    }

    private static String answer(FunctionHost host, String payload, String arn) throws InterruptedException {
        return text(host.invoke(new Request(payload.getBytes(StandardCharsets.UTF_8), arn)));
    }

    private static String text(Result result) {
        return new String(result.payload(), StandardCharsets.UTF_8);
    }

    private static byte[] bundle(Path classes) {
        List<Path> classPath = new ArrayList<>(UserProject.libraries());
        classPath.add(classes);
        SortedMap<String, byte[]> compiled = new TreeMap<>();
        ScriptCompiler.compile(SCRIPT, new HandlerCompiler.Settings(classPath, 17, null))
                .forEach((path, bytes) -> compiled.put(path.replace(".class", ""), bytes));
        assertThat(ScriptShape.fault(compiled.get("FixOrders"))).isEmpty();
        return ScriptBundle.of("FixOrders", compiled);
    }
}
