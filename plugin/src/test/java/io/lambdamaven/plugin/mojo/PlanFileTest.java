package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.apply.SavedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static final SavedPlan PLAN = SavedPlan.read("{\"schema\":1,\"changes\":{}}", "test");

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() {
        Path file = folder.resolve("new/plan.json");
        PlanFile.write(file, PLAN);

        assertThat(PlanFile.read(file).bytes()).isEqualTo(PLAN.bytes());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyItsOwnerCanReadItWhateverWasThere() throws IOException {
        Path file = folder.resolve("plan.json");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        PlanFile.write(file, PLAN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.json")))
                .hasMessageContaining("LM508 lambda.plan")
                .hasMessageContaining("-Dlambda.out=FILE");
    }
}
