package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Staged;

/** Deploys or takes back one stage of one project, and tells where it answers. */
record Deployment(Targets targets, LogProgress progress) {

    void deploy(Staged staged, Code code) {
        try (Port port = targets.port(staged)) {
            new Deployer(port, progress).deploy(where -> staged.desired(where, code), false);
        }
        targets.endpoints(staged).forEach(endpoint -> progress.info("Answers at " + endpoint));
    }

    void undeploy(Staged staged, boolean deleteData) {
        try (Port port = targets.port(staged)) {
            new Deployer(port, progress).deploy(where -> staged.nothing(), deleteData);
        }
    }
}
