package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a project's functions is meant. */
final class FunctionChoice {
    private FunctionChoice() {}

    /** @param said the name in {@code @LambdaFunction}; null or empty for the default or only one */
    static int index(List<FunctionModel> functions, @Nullable String said) {
        String wanted = said == null ? "" : said;
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i).name().equals(wanted)) {
                return i;
            }
        }
        if (wanted.isEmpty() && functions.size() == 1) {
            return 0;
        }
        throw new UserFault(
                Problem.LM509,
                Place.of("lambda.function"),
                wanted.isEmpty()
                        ? "The project has several functions."
                        : "The project has no function '" + wanted + "'.",
                "Set -Dlambda.function to one of "
                        + functions.stream()
                                .map(FunctionModel::name)
                                .filter(name -> !name.isEmpty())
                                .toList() + ".");
    }
}
