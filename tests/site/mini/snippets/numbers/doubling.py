"""Double a number until it is large."""


def double(number, limit):
    steps = 0
    while number < limit:
        number *= 2
        steps += 1
    return number, steps


# Double 3
doubled, steps = double(3, limit=90)
print(f"{doubled} after {steps} steps")
assert doubled == 3 * 2**steps
