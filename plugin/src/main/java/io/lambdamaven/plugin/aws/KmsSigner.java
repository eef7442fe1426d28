package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.script.ScriptKey;
import io.lambdamaven.plugin.script.ScriptSigner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Signs scripts with a key of AWS KMS that never leaves it. */
public final class KmsSigner implements ScriptSigner {
    private final AwsErrors errors;
    private final AwsClients clients;
    private final String id;
    private final ScriptKey key;

    /** @param id of the key, its ARN, or {@code alias/NAME} */
    public KmsSigner(AwsSettings settings, String id) {
        this(settings, null, id);
    }

    KmsSigner(AwsSettings settings, @Nullable AwsCredentialsProvider credentials, String id) {
        this.errors = new AwsErrors(settings);
        this.id = id;
        try {
            this.clients = new AwsClients(settings, credentials);
        } catch (SdkException e) {
            throw errors.translate(e, "AWS");
        }
        try {
            this.key = publicKey();
        } catch (RuntimeException e) {
            clients.close();
            throw e;
        }
    }

    private ScriptKey publicKey() {
        GetPublicKeyResponse found = call(() -> kms().getPublicKey(r -> r.keyId(id)));
        boolean signs = found.keyUsage() == KeyUsageType.SIGN_VERIFY;
        return ScriptKey.of(found.publicKey().asByteArray())
                .filter(known -> signs && known.algorithm().equals(ScriptKey.P256))
                .orElseThrow(() -> new UserFault(
                        Problem.LM390,
                        place(),
                        "It is not a key of the kind ECC_NIST_P256 for SIGN_VERIFY.",
                        "Make one of the kind ECC_NIST_P256 for SIGN_VERIFY, and name it with -Dlambda.scriptKmsKey."));
    }

    @Override
    public ScriptKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] content) {
        return call(() -> kms().sign(r -> r.keyId(id)
                        .messageType(MessageType.RAW)
                        .message(SdkBytes.fromByteArray(content))
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)))
                .signature()
                .asByteArray();
    }

    private <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (KmsException e) {
            if (e.statusCode() >= 400 && e.statusCode() < 500 && e.awsErrorDetails() != null && isOfTheKey(e)) {
                throw new UserFault(
                        Problem.LM390,
                        place(),
                        "KMS refuses it: " + e.awsErrorDetails().errorMessage() + ".",
                        "Correct -Dlambda.scriptKmsKey or -Dlambda.region, and see that the key is enabled.",
                        e);
            }
            throw errors.translate(e, place().subject());
        } catch (SdkException e) {
            throw errors.translate(e, place().subject());
        }
    }

    /** Other refusals are about who asks. */
    private static boolean isOfTheKey(KmsException e) {
        return switch (e.awsErrorDetails().errorCode()) {
            case "NotFoundException",
                    "DisabledException",
                    "InvalidKeyUsageException",
                    "KMSInvalidStateException",
                    "InvalidArnException",
                    "UnsupportedOperationException",
                    "ValidationException" -> true;
            default -> false;
        };
    }

    private Place place() {
        return Place.of("KMS key " + id);
    }

    private KmsClient kms() {
        return clients.of(KmsClient.class, KmsClient::builder);
    }

    @Override
    public void close() {
        clients.close();
    }
}
