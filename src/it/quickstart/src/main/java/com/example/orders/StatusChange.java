package com.example.orders;

/** A message of the queue: an order has got on. */
public record StatusChange(String orderId, Order.Status status) {}
