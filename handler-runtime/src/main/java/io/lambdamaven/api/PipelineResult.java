package io.lambdamaven.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a CodePipeline job went: done, or to be gone on with. A job that failed throws.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutJobSuccessResult.html">AWS:
 *     PutJobSuccessResult</a>
 */
public final class PipelineResult {
    private static final int LONGEST_TOKEN = 2048;

    private final Map<String, String> outputVariables;
    private final @Nullable String continuationToken;

    private PipelineResult(Map<String, String> outputVariables, @Nullable String continuationToken) {
        this.outputVariables = outputVariables;
        this.continuationToken = continuationToken;
    }

    /**
     * The job is done.
     *
     * @return a result without output variables
     */
    public static PipelineResult success() {
        return new PipelineResult(Map.of(), null);
    }

    /**
     * The job is done.
     *
     * @param outputVariables what later actions of the pipeline may read; names are of {@code A-Z a-z 0-9 @ - _}
     * @return a result with them
     * @throws IllegalArgumentException if a name is not of these characters
     */
    public static PipelineResult success(Map<String, String> outputVariables) {
        for (String name : outputVariables.keySet()) {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "an output variable's name is of letters, digits, '@', '-' and '_', not '" + name + "'");
            }
        }
        return new PipelineResult(Collections.unmodifiableMap(new LinkedHashMap<>(outputVariables)), null);
    }

    /**
     * The job goes on: CodePipeline calls the function again, with the token in the job's data.
     *
     * @param token what the next call needs to go on, 1 to 2048 characters
     * @return a result without output variables, which CodePipeline takes at the end only
     * @throws IllegalArgumentException if the token is empty or too long
     */
    public static PipelineResult continueWith(String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException(
                    "a continuation token has 1 to " + LONGEST_TOKEN + " characters, not " + token.length());
        }
        return new PipelineResult(Map.of(), token);
    }

    /**
     * What later actions may read.
     *
     * @return by name, in order, unmodifiable
     */
    public Map<String, String> outputVariables() {
        return outputVariables;
    }

    /**
     * What the next call needs to go on.
     *
     * @return null if the job is done
     */
    public @Nullable String continuationToken() {
        return continuationToken;
    }

    private static boolean isName(String name) {
        boolean good = !name.isEmpty();
        for (int i = 0; i < name.length() && good; i++) {
            char c = name.charAt(i);
            good = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '@'
                    || c == '-'
                    || c == '_';
        }
        return good;
    }
}
