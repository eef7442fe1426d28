package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.CodeObject;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The applications of slim functions. What is there under a key of ours is never written over; what no version fetches any
 * more is removed.
 */
final class CodeObjects implements Kind<CodeObject> {
    /** How messages name what is read. */
    static final String SUBJECT = "code objects";

    private static final Pattern URL = Pattern.compile("s3://([^/]+)/(.+)");

    private final S3Client s3;
    private final Upload upload;
    private final Arns arns;
    private final Known known;
    private final @Nullable String codeBucket;

    CodeObjects(S3Client s3, Arns arns, Known known, @Nullable String codeBucket) {
        this.s3 = s3;
        this.upload = new Upload(s3);
        this.arns = arns;
        this.known = known;
        this.codeBucket = codeBucket;
    }

    @Override
    public Class<CodeObject> type() {
        return CodeObject.class;
    }

    /** Whether there may be any. */
    boolean isAsked(Desired desired) {
        return codeBucket != null
                || !known.codeUses.isEmpty()
                || desired.resources().stream().anyMatch(CodeObject.class::isInstance);
    }

    /**
     * All of the stage, to be called when all its functions were read: in the bucket that is set, and in those that
     * versions fetch from.
     *
     * @param made buckets that this run makes where they are missing
     */
    List<Resource> observe(Desired desired, Set<String> made) {
        String folder = CodeObject.folder(
                desired.project(), arns.where().account(), arns.where().region(), desired.stage());
        Set<String> wanted = new TreeSet<>();
        for (Resource each : desired.resources()) {
            if (each instanceof CodeObject code) {
                wanted.add(code.bucket());
            }
        }
        Set<String> buckets = new TreeSet<>(wanted);
        if (codeBucket != null) {
            buckets.add(codeBucket);
        }
        known.codeUses.keySet().forEach(url -> bucket(url, folder).ifPresent(buckets::add));
        List<Resource> found = new ArrayList<>();
        for (String bucket : buckets) {
            found.addAll(in(bucket, folder, desired, wanted.contains(bucket) && !made.contains(bucket)));
        }
        return found;
    }

    private static Optional<String> bucket(String url, String folder) {
        Matcher parts = URL.matcher(url);
        return parts.matches() && CodeObject.isOurs(folder, parts.group(2))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    private List<Resource> in(String bucket, String folder, Desired desired, boolean mustBeThere) {
        List<Resource> found = new ArrayList<>();
        try {
            for (S3Object each : s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(folder))
                    .contents()) {
                if (CodeObject.isOurs(folder, each.key())) {
                    CodeObject object = new CodeObject(bucket, each.key(), each.size());
                    Set<String> users = new TreeSet<>(known.codeUses.getOrDefault(object.url(), Set.of()));
                    users.addAll(known.unreadable);
                    found.add(new CodeObject(bucket, each.key(), each.size(), users));
                    if (desired.resources().stream()
                            .anyMatch(wanted -> wanted.id().equals(object.id()))) {
                        upload.mustBe(bucket, object.key(), object.sha256());
                    }
                }
            }
        } catch (NoSuchBucketException e) {
            if (mustBeThere) {
                throw e;
            }
        }
        return found;
    }

    @Override
    public void create(CodeObject wanted, Desired desired) {
        Path code = desired.code();
        Path jar = code == null ? null : ApplicationJar.beside(code);
        if (jar == null || !Files.isRegularFile(jar)) {
            throw new UserFault(
                    Problem.LM393,
                    Place.of(String.valueOf(jar)),
                    "The application's jar is not there, and " + wanted.url() + " is not either.",
                    "Put it beside the jar of -Dlambda.jar, or build both with mvn package.");
        }
        upload.put(wanted.bucket(), wanted.key(), jar, wanted.sha256());
    }

    /** Of another size: not what was uploaded, which {@link #observe} has told already where it can be known. */
    @Override
    public void update(CodeObject there, CodeObject wanted, List<AttributeChange> changes, Desired desired) {
        throw Upload.isAnother(wanted.bucket(), wanted.key());
    }

    @Override
    public void delete(CodeObject there, Desired desired) {
        s3.deleteObject(r -> r.bucket(there.bucket()).key(there.key()));
    }
}
