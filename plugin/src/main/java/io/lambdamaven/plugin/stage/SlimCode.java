package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.plan.resource.CodeObject;
import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function of the layout slim has that another one has not.
 *
 * @param source where its application is
 * @param object the same in S3; null on the local Lambda, which has it beside the code
 */
record SlimCode(String source, @Nullable CodeObject object) {
    private static final long MEGABYTE = 1024L * 1024;

    /** Null for other layouts, and where a fault keeps it from being told. */
    static @Nullable SlimCode of(
            @Nullable ApplicationJar jar,
            StageSettings settings,
            String project,
            Whereabouts where,
            Diagnostics faults) {
        if (jar == null) {
            return null;
        }
        if (settings.target() == Target.LOCAL) {
            return new SlimCode("file:" + ApplicationJar.IN_CODE, null);
        }
        String bucket = settings.codeBucket();
        if (bucket == null) {
            faults.add(
                    Problem.LM287,
                    Place.of("<codeBucket>"),
                    "The jar was packed with the layout slim, and no bucket is named that its application can be fetched"
                            + " from.",
                    "Name a bucket in the function's Region with <codeBucket> or -Dlambda.codeBucket, or set <layout> or"
                            + " -Dlambda.layout to jar.");
            return null;
        }
        String folder = CodeObject.folder(project, where.account(), where.region(), settings.stage());
        CodeObject object = new CodeObject(bucket, folder + jar.sha256() + ".jar", jar.size());
        return new SlimCode(object.url(), object);
    }

    /** What the bootstrap reads. */
    Map<String, String> variables(FunctionModel function) {
        return Map.of(ApplicationJar.VARIABLE, source, ApplicationJar.HANDLER_VARIABLE, function.handlerClass());
    }

    /** To read what is in the folder and nothing else: each version fetches its own. */
    @Nullable
    String readable(Arns arns) {
        return object == null
                ? null
                : arns.bucket(object.bucket() + "/"
                        + object.key().substring(0, object.key().lastIndexOf('/') + 1) + "*");
    }

    /** The application is a file in /tmp. */
    void checkStorage(String function, @Nullable Integer ephemeralStorage, Diagnostics faults) {
        int megabytes = ephemeralStorage == null ? FunctionOptions.USUAL_STORAGE : ephemeralStorage;
        if (object != null && object.size() > megabytes * MEGABYTE) {
            faults.add(
                    Problem.LM288,
                    Place.of(function),
                    "The application has " + object.size() + " bytes, and the function's /tmp, where it is put, "
                            + megabytes + " MB.",
                    "Set <ephemeralStorage> or -Dlambda.ephemeralStorage to more, up to 10240.");
        }
    }

    /** Everything of this kind that the deployer makes. */
    List<CodeObject> objects() {
        return object == null ? List.of() : List.of(object);
    }
}
