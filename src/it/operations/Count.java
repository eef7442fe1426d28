import com.example.ops.Shop;
import java.util.Map;

public class Count {
    public static String run(Map<String, Object> args) {
        return "counted " + Shop.sales() + " on " + args.get("day");
    }
}
