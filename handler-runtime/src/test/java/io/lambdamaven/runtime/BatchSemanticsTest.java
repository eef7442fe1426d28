package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.Source.Item;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.route.RouteTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every set of failing records of a batch, with what the service would deliver again until nothing is left: each record
 * is handled, none is lost, none that succeeded comes again, and nothing overtakes what it must not overtake.
 */
class BatchSemanticsTest {
    private static final int MOST = 6;
    /** Which lane each record is in: one, two side by side, two one after the other, three mixed. */
    private static final List<String> LANES = List.of("000000", "010101", "000111", "012210");

    /** A shop of one method that fails each record as often as it is told. */
    private static final class Run {
        final Source source;
        final Map<String, Integer> failures = new HashMap<>();
        final List<String> succeeded = Collections.synchronizedList(new ArrayList<>());
        final List<String> started = Collections.synchronizedList(new ArrayList<>());
        final MethodHandler handler;

        Run(Source source, String mode) {
            this.source = source;
            this.handler = MethodHandler.of(source.kind, RouteTable.EACH, mode, this::handle, source.keys());
        }

        private synchronized Object handle(Arguments in) {
            String text = in.payload(String.class);
            String name = text.startsWith("{") ? text.substring(7, text.length() - 2) : text;
            started.add(name);
            if (failures.merge(name, -1, Integer::sum) >= 0) {
                throw new IllegalStateException("not now");
            }
            succeeded.add(name);
            return null;
        }

        /** Delivers until nothing is left; a round without progress would show as a missing record. */
        void deliver(List<Item> items, List<Integer> deadlines) throws Exception {
            List<Item> pending = items;
            int rounds = 0;
            while (!pending.isEmpty() && rounds < 40) {
                Invocation context = Invocation.live();
                if (rounds == 0) {
                    context.remaining.addAll(deadlines);
                }
                pending = source.answered(pending, handler.invoke(source.event(pending), context));
                rounds++;
            }
            assertThat(pending)
                    .as("what is still there after %s rounds", rounds)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void whateverFailsEachRecordIsHandledOnceAndInOrder(Source source) throws Exception {
        for (int size = 1; size <= MOST; size++) {
            for (String lanes : LANES) {
                for (int failing = 0; failing < 1 << size; failing++) {
                    for (int times = 1; times <= 2; times++) {
                        check(source, source.mode, items(size, lanes), failing, times, List.of());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void aDeadlineAtEveryPositionLosesNothing(Source source) throws Exception {
        for (int started = 0; started < 5; started++) {
            for (int failing = 0; failing < 1 << 5; failing++) {
                List<Integer> deadlines = new ArrayList<>(Collections.nCopies(started, 30_000));
                deadlines.add(Delivery.LEAST_MILLIS - 1);
                check(source, source.mode, items(5, LANES.get(3)), failing, 1, deadlines);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void parallelHandlingChangesNothingInWhatIsGivenBack(Source source) throws Exception {
        for (int failing = 0; failing < 1 << 4; failing++) {
            check(source, source.mode + " parallel", items(4, LANES.get(1)), failing, 1, List.of());
        }
    }

    private static void check(
            Source source, String mode, List<Item> items, int failing, int times, List<Integer> deadlines)
            throws Exception {
        Run run = new Run(source, mode.trim());
        List<String> names = new ArrayList<>();
        for (Item item : items) {
            names.add(item.name());
            run.failures.put(item.name(), (failing >> item.number() & 1) == 1 ? times : 0);
        }
        run.deliver(items, deadlines);

        String about = source + " " + mode + " " + items + " failing " + Integer.toBinaryString(failing);
        assertThat(run.succeeded).as(about).containsExactlyInAnyOrderElementsOf(names);
        assertThat(run.started)
                .as(about)
                .hasSize(items.size() + times * Integer.bitCount(failing & (1 << items.size()) - 1));
        if (source.keepsOrder()) {
            for (String lane : List.of("0", "1", "2")) {
                List<String> inLane = items.stream()
                        .filter(item -> !source.hasLanes() || item.lane().equals(lane))
                        .map(Item::name)
                        .toList();
                assertThat(run.succeeded.stream().filter(inLane::contains).toList())
                        .as(about)
                        .isEqualTo(inLane);
            }
        }
    }

    private static List<Item> items(int size, String lanes) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(new Item(i, lanes.substring(i, i + 1)));
        }
        return items;
    }
}
