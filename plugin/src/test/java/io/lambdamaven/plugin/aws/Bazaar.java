package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.aws.Street.Stall;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** A project with every trigger of a street. */
final class Bazaar {
    private final Street street;
    private final Wired wired;

    Bazaar(Street street, Path folder) throws IOException {
        this.street = street;
        this.wired = new Wired(folder);
    }

    /** Other code from now on. */
    void code(String content) throws IOException {
        wired.code(content);
    }

    List<Stall> stalls() {
        return street.stalls();
    }

    Desired all() throws IOException, NoSuchAlgorithmException {
        return first(stalls().size());
    }

    /** With so many of the triggers. */
    Desired first(int count) throws IOException, NoSuchAlgorithmException {
        return desired(stalls().subList(0, count).stream().map(Stall::trigger).toList());
    }

    Desired withChanged(Stall changed) throws IOException, NoSuchAlgorithmException {
        List<Trigger> triggers = new ArrayList<>();
        stalls().forEach(
                        stall -> triggers.add(stall.name().equals(changed.name()) ? stall.changed() : stall.trigger()));
        return desired(triggers);
    }

    Desired withAllChanged() throws IOException, NoSuchAlgorithmException {
        return desired(stalls().stream().map(Stall::changed).toList());
    }

    private Desired desired(List<Trigger> triggers) throws IOException, NoSuchAlgorithmException {
        return wired.desired(street.project(triggers));
    }
}
