package io.lambdamaven.plugin.model;

import java.util.List;

/** Everything a deploy needs to know of a project: the contents of the manifest, but for the digest. */
public record Application(ProjectId project, List<FunctionModel> functions) {
    public Application {
        functions = List.copyOf(functions);
    }
}
